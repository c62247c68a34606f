analytics.track("Before");
const a = ;
analytics.track("After");
function unfinished( {
