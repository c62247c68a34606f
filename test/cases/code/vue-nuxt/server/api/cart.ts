export default defineEventHandler(() => {
  note("Cart Asked For");
});
