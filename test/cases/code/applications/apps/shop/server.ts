import express from "express";
import { Analytics } from "@segment/analytics-node";

const client = new Analytics({ writeKey: "key" });
const app = express();

// Each application of the repository keeps a tracker of its own on the request.
app.use((req, _res, next) => {
  req.track = (name: string) => client.track({ userId: req.user.id, event: `shop ${name}` });
  next();
});

// And both answer the same route.
app.post("/api/events", (req) => client.track({ userId: req.user.id, event: `shop page ${req.body.event}` }));

app.get("/cart", (req) => req.track("Cart Opened"));
