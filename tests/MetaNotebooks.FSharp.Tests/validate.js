// Asks plotly.js itself what it thinks of figures. Arguments: the path of plotly.min.js. Standard input: a
// JSON object of figures by name. Standard output: a JSON object of lists of complaints by name.

// plotly.js wants a page to load in; validating draws nothing, so anything will do for the page.
const anything = () =>
  new Proxy(function () {}, {
    get: (_, key) =>
      key === "baseURI" ? "file:///" : key === Symbol.toPrimitive ? () => "" : key === "length" ? 0 : anything(),
    set: () => true,
    apply: anything,
    construct: anything,
  });
globalThis.self = globalThis.window = globalThis;
globalThis.document = anything();
globalThis.HTMLElement = globalThis.Element = class {};
globalThis.DOMParser = globalThis.getComputedStyle = anything();
globalThis.URL.createObjectURL = () => "";
Object.defineProperty(globalThis, "navigator", { value: { userAgent: "" }, configurable: true });

const Plotly = require(require("path").resolve(process.argv[2]));
const figures = JSON.parse(require("fs").readFileSync(0, "utf8"));
// The other codes (unused, dynamic, invisible) only say that plotly.js had no need for something.
const faults = ["schema", "value", "array", "object"];
const complaints = {};
for (const name in figures) {
  const { data, layout } = figures[name];
  // Plotly.validate itself fails on the properties of a legend that is not shown.
  const shown = layout.legend ? { ...layout, showlegend: true } : layout;
  complaints[name] = (Plotly.validate(data, shown) || [])
    .filter((one) => faults.includes(one.code))
    .map((one) => `${one.code}: ${one.msg}`);
}
process.stdout.write(JSON.stringify(complaints));
