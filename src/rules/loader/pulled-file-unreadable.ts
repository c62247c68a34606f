// The rule pulled-file-unreadable: what was pulled from Customer.io is as it was written.
import { loaderRule } from "../rule.js";

export const pulledFileUnreadable = loaderRule({
  id: "pulled-file-unreadable",
  summary: "A file that was pulled from Customer.io cannot be read",
  why: "The campaign or segment in it is not part of the plan, so nobody hears when a change breaks it. Most often git left the markers of a merge in the file.",
  fix: "Pull it again: `trackwright consumers pull` writes the file anew. After a merge, delete it first.",
  examples: {
    bad: {
      files: {
        "plan.yaml": "trackwright: 1\nname: acme-store\n",
        "consumers/segment-7-vip.json": '{\n  "trackwright": 1,\n<<<<<<< HEAD\n  "kind": "segment",\n',
      },
    },
    good: {
      files: {
        "plan.yaml": "trackwright: 1\nname: acme-store\n",
        "consumers/segment-7-vip.json":
          '{\n  "trackwright": 1,\n  "kind": "segment",\n  "id": "7",\n  "name": "VIP"\n}\n',
      },
    },
  },
});
