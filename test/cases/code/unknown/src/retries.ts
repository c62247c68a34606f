export async function sendAgain(url: string, options: RequestInit, count = 3): Promise<Response> {
  try {
    return await fetch(url, options);
  } catch (error) {
    if (count === 0) throw error;
    return sendAgain(url, options, count - 1);
  }
}
