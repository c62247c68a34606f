// Says which compiled code runs, by its content, so that nothing remembered by one build is trusted by another.
declare const TRACKWRIGHT_BUILD_ID: string | undefined;
declare const TRACKWRIGHT_GENERATOR_ID: string | undefined;

/** A hash of everything in dist/; undefined where the sources run as they are, and their content is not known. */
export const buildId: string | undefined =
  typeof TRACKWRIGHT_BUILD_ID === "string" ? TRACKWRIGHT_BUILD_ID : undefined;

/**
 * The same of what makes files of a plan: reading it and the targets, with the packages that they use. It is another
 * only where these are, so that not every version of ours seals the same files anew.
 */
export const generatorId: string | undefined =
  typeof TRACKWRIGHT_GENERATOR_ID === "string" ? TRACKWRIGHT_GENERATOR_ID : undefined;
