export default { getInstance: () => ({ logEvent: () => {} }) };
