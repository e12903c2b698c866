/**
 * The process that draws one document: takes it from standard input, answers on standard output, ends. With it go the
 * hundreds of megabytes that a long list takes, and whatever a native library could do to the worker. Plain
 * JavaScript, so that it starts in a twentieth of a second; it gets no environment, so it knows no secret.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { deserialize, serialize } from "node:v8";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

/** Nothing of this machine's disk is below it: a template reads what was handed over and nothing else. */
const ROOT = "/naga-document";

/** Both scripts in one face. The compiler brings Libertinus along, for letters that it lacks. */
const FONTS = [
  import.meta.resolve("@expo-google-fonts/noto-sans-khmer/400Regular/NotoSansKhmer_400Regular.ttf"),
  import.meta.resolve("@expo-google-fonts/noto-sans-khmer/600SemiBold/NotoSansKhmer_600SemiBold.ttf"),
  import.meta.resolve("@expo-google-fonts/noto-sans-khmer/700Bold/NotoSansKhmer_700Bold.ttf"),
];

/** @typedef {{ template: string, files: Record<string, Uint8Array>, seconds: number, as: "pdf" | "svg" }} Request */

/** @param {Request} request */
function draw({ template, files, seconds, as }) {
  const compiler = NodeCompiler.create({
    workspace: ROOT,
    fontArgs: [{ fontBlobs: FONTS.map((font) => readFileSync(fileURLToPath(font))) }],
  });
  for (const [name, bytes] of Object.entries(files))
    compiler.mapShadow(`${ROOT}/${name}`, Buffer.from(bytes));
  const drawn = compiler.compile({ mainFileContent: template });
  const document = drawn.result;
  if (!document) {
    const trouble = drawn.takeDiagnostics() ?? drawn.takeError();
    return {
      error: trouble ? JSON.stringify(trouble.shortDiagnostics).slice(0, 2_000) : "nothing was drawn",
    };
  }
  const bytes =
    as === "svg"
      ? Buffer.from(compiler.plainSvg(document))
      : compiler.pdf(document, { creationTimestamp: seconds });
  return { bytes, pages: document.numOfPages };
}

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
process.stdout.write(serialize(draw(deserialize(Buffer.concat(chunks)))));
