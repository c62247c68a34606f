// What customers tell about themselves in the storefront.
import { answeredSurvey, joinedNewsletter } from "../generated/typescript/index.js";
import { type Page, pageContext, tracker } from "./tracking.js";

type FormPlace = Parameters<typeof joinedNewsletter>[0]["form_place"];

/** The visitor left an address, and the backend found or made the customer that it belongs to. */
export async function joinNewsletter(
  customerId: string,
  browserId: string,
  page: Page,
  email: string,
  place: FormPlace,
): Promise<void> {
  const who = { id: customerId, anonymous_id: browserId };
  await tracker.update(who, { email });
  await tracker.track(who, joinedNewsletter({ ...pageContext(page), form_place: place }));
}

export function answerSurvey(customerId: string, page: Page, survey: string, score: number): Promise<void> {
  return tracker.track(
    { id: customerId },
    answeredSurvey({ ...pageContext(page), survey_id: survey, score }),
  );
}
