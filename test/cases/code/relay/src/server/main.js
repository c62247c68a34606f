import express from "express";
import mixpanel from "mixpanel";

const app = express();
app.post("/internal/note", auth, (req, res) => {
  mixpanel.track(req.body.note, { from: "web" });
});
