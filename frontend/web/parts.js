// Loads the app's parts. An area of pages comes as one file: a list of WebAssembly modules and their bytes,
// which may share modules with other areas. What is there already is not made a second time.
//
// The wasm imports this file under the name that the splitting gave it; `xtask` fills in what stands in
// capitals. A failed download is told to the wasm and may be tried again.
import { initSync } from "./frontend.js";

const modules = new Map();
const areas = new Map();
let shared;

const imports = () => {
  if (!shared) {
    const __SHARED__ = initSync(undefined, undefined);
    shared = { __wasm_split: { __CANARY__ ...__SHARED__ } };
  }
  return shared;
};

const once = (map, key, make) => {
  if (!map.has(key)) {
    const promise = make();
    promise.catch(() => map.delete(key));
    map.set(key, promise);
  }
  return map.get(key);
};

const load = async (area) => {
  // The bootstrap file has asked for the area one enters at.
  const early = window.__verbund.parts;
  const response = await (early[area] || fetch(new URL(`./${area}.parts`, import.meta.url)));
  delete early[area];
  if (!response.ok) {
    throw new Error(`${response.url}: ${response.status}`);
  }
  const bytes = await response.arrayBuffer();
  const listLength = new DataView(bytes).getUint32(0, true);
  const list = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 4, listLength)));
  let at = 4 + listLength;
  const made = list.map(([name, length]) => {
    const module = new Uint8Array(bytes, at, length);
    at += length;
    return once(modules, name, () => WebAssembly.instantiate(module, imports()));
  });
  await Promise.all(made);
};

const loader = (area) => async (callback, data) => {
  let success = true;
  try {
    await once(areas, area, () => load(area));
  } catch (error) {
    console.error(error);
    success = false;
  }
  imports().__wasm_split.__indirect_function_table.get(callback)(data, success);
};

__LOADERS__
