/** What the author chose in this tab, which its frame and the next page of it know too. Where nothing may be kept, each page begins as the first. */

export function recall(name: string): string {
  try {
    return sessionStorage.getItem(`tuokio serve ${name}`) ?? "";
  } catch {
    return "";
  }
}

export function keep(name: string, value: string): void {
  try {
    sessionStorage.setItem(`tuokio serve ${name}`, value);
  } catch {
    // as the first
  }
}
