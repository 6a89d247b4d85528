/** Every rule of the course, by module: any of them is two taps from the home page. */
import type { Desk, Resource, Showing } from "../../player/resource.ts";
import { toResource, toStep } from "../../player/route.ts";

interface Rule {
  id: string;
  step: string;
  /** Where it comes from: law, house, judgement; empty for what has no such thing. */
  force: string;
  headline: string;
  html: string;
}

interface Rules {
  modules: { id: string; title: string; area: string; language: string; rules: Rule[] }[];
}

const NAME = "rules";
const FORCES = ["law", "house", "judgement"];

function open({ modules }: Rules, { say, course, print }: Desk): Showing {
  const { html, nothing, render } = tuokio.lit;
  const root = document.createElement("div");
  const all = modules.flatMap(({ rules }) => rules);
  const forces = FORCES.filter((force) => all.some((rule) => rule.force === force));
  let force = "";

  const shown = (rule: Rule) => !force || rule.force === force;

  function choose(to: string): void {
    force = to;
    draw();
  }

  const choice = (value: string, label: string) => html`
    <label><input type="radio" name="force" value=${value} .checked=${value === force} @change=${() => choose(value)} /><span>${label}</span></label>
  `;

  const filter = () => html`
    <fieldset class="forces">
      <legend>${say("rules-show")}</legend>
      ${choice("", say("rules-all"))}${forces.map((one) => choice(one, say(`force-${one}`)))}
    </fieldset>
  `;

  const row = (module: string, rule: Rule) => html`
    <li ?hidden=${!shown(rule)}>
      <details>
        <summary id=${toResource(NAME, rule.id).slice(1)}><span class="headline" .innerHTML=${rule.headline}></span>${rule.force ? html`<span class="force" data-force=${rule.force} lang=${course.language}>${say(`force-${rule.force}`)}</span>` : nothing}</summary>
        <div class="entry" .innerHTML=${rule.html}></div>
        <p><a href=${toStep(module, rule.step, rule.id)}>${say("rules-there")}</a></p>
      </details>
    </li>
  `;

  const draw = () =>
    render(
      html`
        <h1 tabindex="-1">${say(`resource-${NAME}`)}</h1>
        ${forces.length > 1 ? filter() : nothing}
        <p class="soft" role="status">${say("rules-shown", { n: all.filter(shown).length })}</p>
        ${modules.map(
          ({ id, title, language, rules }) => html`
            <section lang=${language || nothing} ?hidden=${!rules.some(shown)}>
              <h2>${title}</h2>
              ${language ? html`<p class="untranslated" lang=${course.language}>${say("not-translated")}</p>` : nothing}
              <ul role="list">${rules.map((rule) => row(id, rule))}</ul>
            </section>
          `,
        )}
        ${print ? html`<p class="soft foot"><a href=${print}>${say("rules-print")}</a></p>` : nothing}
      `,
      root,
    );

  return {
    root,
    title: () => say(`resource-${NAME}`),
    show(rest) {
      if (all.some(({ id }) => id === rest)) force = "";
      draw();
      const summary = [...root.querySelectorAll("summary")].find(({ id }) => id === toResource(NAME, rest).slice(1));
      if (summary) (summary.parentElement as HTMLDetailsElement).open = true;
    },
  };
}

export default { open } satisfies Resource<Rules>;
