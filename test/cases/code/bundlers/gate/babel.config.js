module.exports = { plugins: [[require.resolve("babel-plugin-module-resolver"), {}], ["module-resolver", { root: "source" }]] };
