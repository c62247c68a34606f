// Says which compiled code runs, by its content, so that nothing remembered by one build is trusted by another.
declare const TRACKWRIGHT_BUILD_ID: string | undefined;

/** A hash of everything in dist/; undefined where the sources run as they are, and their content is not known. */
export const buildId: string | undefined =
  typeof TRACKWRIGHT_BUILD_ID === "string" ? TRACKWRIGHT_BUILD_ID : undefined;
