// Requests that are opened first, and sent what they carry later.
const https = require("node:https");
const superagent = require("superagent");

function byPage(event) {
  const request = new XMLHttpRequest();
  request.open("POST", "https://api.segment.io/v1/track", true);
  request.send(JSON.stringify({ userId: "u_1", event }));
}
byPage("Page Opened");

function byServer(event) {
  const request = https.request({ hostname: "api.segment.io", path: "/v1/track", method: "POST" });
  request.write(JSON.stringify({ userId: "u_1", event }));
  request.end();
}
byServer("Server Started");

superagent.post("https://hosted.rudderlabs.com/v1/track").send({ userId: "u_1", event: "Agent Seen" });
$.ajax({ url: "https://api.segment.io/v1/track", type: "POST", data: JSON.stringify({ event: "Form Sent" }) });
