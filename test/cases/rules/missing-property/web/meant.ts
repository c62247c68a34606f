// What another key was probably meant to be is told beside that key alone; the rest is missing.
// trackwright-ignore-next-line unknown-property: it says which property was meant
analytics.track("Left Checkout", { cart: "a", cart_value: 1, page_path: "/" });
