import fc from "fast-check";

// The cases that properties are tried with: the same at every run, so that what fails belongs to the change
// that it fails with. `FUZZ=new npm test` tries others, and a failure tells the seed to give instead of "new".
const { FUZZ = "20180806" } = process.env;
fc.configureGlobal(FUZZ === "new" ? {} : { seed: Number(FUZZ) });
