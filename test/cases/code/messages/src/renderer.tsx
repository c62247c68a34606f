window.main.track({ event: "Opened", properties: { size: 3 } });
window.main.two("Two");
window.app.three("Three");
