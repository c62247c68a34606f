// A text that begins empty is another one when it is sent.
let begun = "";
if (isNew) begun = "Opened New";
else begun = "Opened Old";
if (begun) analytics.track(`${begun} Page`);
