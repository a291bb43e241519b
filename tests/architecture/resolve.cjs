// How dependency-cruiser finds `@/…`: the one alias of tsconfig.json.
const path = require("node:path");

module.exports = { resolve: { alias: { "@": path.resolve(__dirname, "../..") } } };
