"""Tiny packages made by hand, for tests of the host itself."""

from __future__ import annotations

import zipfile
from pathlib import Path

MANIFEST = {
    "1.2": '<manifest identifier="m" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"><metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>'
    '<organizations default="o"><organization identifier="o"><title>Tiny</title><item identifier="i" identifierref="r"><title>Tiny</title>{judged}</item></organization></organizations>'
    '<resources><resource identifier="r" type="webcontent" adlcp:scormtype="sco" href="sco.html"><file href="sco.html"/></resource></resources></manifest>',
    "2004": '<manifest identifier="m" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss"><metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>'
    '<organizations default="o"><organization identifier="o"><title>Tiny</title><item identifier="i" identifierref="r"><title>Tiny</title>{judged}</item></organization></organizations>'
    '<resources><resource identifier="r" type="webcontent" adlcp:scormType="sco" href="sco.html"><file href="sco.html"/></resource></resources></manifest>',
}
JUDGED = {
    "1.2": "<adlcp:masteryscore>80</adlcp:masteryscore>",
    "2004": '<imsss:sequencing><imsss:objectives><imsss:primaryObjective objectiveID="passing" satisfiedByMeasure="true"><imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure></imsss:primaryObjective></imsss:objectives></imsss:sequencing>',
}
# Finds the API as courses do; `say` calls it, `leaving` is what is called when the page goes.
PAGE = """<!doctype html><title>Tiny</title><h1>Tiny</h1><script>
const find = (window) => {
  for (let at = window, steps = 0; steps < 500; at = at.parent, steps++) {
    try { if (at.API || at.API_1484_11) return at.API || at.API_1484_11; } catch {}
    if (at === at.parent) break;
  }
};
window.api = find(window) || (window.opener && find(window.opener)) || null;
window.leaving = [];
window.say = (name, ...args) => [api[name](...args), (api.LMSGetLastError || api.GetLastError)()];
addEventListener("pagehide", () => { for (const [name, ...args] of window.leaving) say(name, ...args); });
</script>"""


def pack(path: Path, edition: str, *, judged: bool = False) -> Path:
    """Write a package of one page and return its path."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("imsmanifest.xml", MANIFEST[edition].format(judged=JUDGED[edition] if judged else ""))
        archive.writestr("sco.html", PAGE)
    return path
