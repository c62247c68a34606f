// A prop that nobody gives is nothing, and what is given something stands in for something else.
import posthog from "posthog-js";

const names = { llm: "LLM Added", db: "Database Added" };

function Card({ kind }: { kind?: "llm" | "db" }) {
  return <button type="button" onClick={() => posthog.capture(names[kind])} />;
}

function Frame({ content, kind }: { content?: object; kind?: "llm" | "db" }) {
  return <div>{content || <Card kind={kind} />}</div>;
}

export const Models = () => <Card kind="llm" />;
export const Nothing = () => <Card />;
export const Databases = () => <Frame kind="db" />;
export const Other = () => <Frame content={<p />} kind="llm" />;
