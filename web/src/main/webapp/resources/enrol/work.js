// The numbers beside the work lists go on while somebody looks at them.

const EVERY = 10_000;

/** Called by the page with the lists: asks again every ten seconds, but not while nobody can see the answer. */
export function renewCounts() {
  const lists = document.querySelector("[data-counts]");
  const timer = setInterval(ask, EVERY);
  document.addEventListener("visibilitychange", ask);

  async function ask() {
    if (document.hidden) {
      return;
    }
    // The header keeps this from counting as something that the person did; a redirect means that nobody is signed in any more.
    const answer = await fetch(lists.dataset.counts, {headers: {"Enrol-Automatic": "true"}, redirect: "manual"}).catch(() => null);
    if (answer?.ok) {
      show(await answer.json());
    } else if (answer) {
      clearInterval(timer);
    }
  }

  function show(numbers) {
    for (const place of lists.querySelectorAll("[data-count]")) {
      if (place.textContent !== numbers[place.dataset.count]) {
        place.textContent = numbers[place.dataset.count];
      }
    }
  }
}
