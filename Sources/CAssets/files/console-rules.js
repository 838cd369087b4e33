// The pages of rules work without this file, and so does that of a long import. It adds: an answer in the test box
// while somebody types, and a page of a replay or an import that follows its progress.
(() => {
    "use strict";

    // The form goes to its own address with part=answer, which answers with the answer alone.
    const testLive = (form) => {
        const answer = document.getElementById(form.dataset.liveTest);
        let waiting;
        let asking;
        const ask = async () => {
            asking?.abort();
            asking = new AbortController();
            const body = new URLSearchParams(new FormData(form));
            body.set("part", "answer");
            try {
                const response = await fetch(form.action, { method: "POST", body, signal: asking.signal });
                if (!response.ok && response.status !== 422) return;
                answer.innerHTML = await response.text();
                answer.classList.remove("stale");
            } catch (error) {
                // The next letter was faster, or the network is away; the button still works.
                if (error.name !== "AbortError") answer.classList.remove("stale");
            }
        };
        form.addEventListener("input", () => {
            answer.classList.add("stale");
            clearTimeout(waiting);
            waiting = setTimeout(ask, 200);
        });
    };

    // Fetches the page again and takes over its middle, until the middle no longer asks for it.
    const follow = (part) => {
        const look = async () => {
            let delay = 1000;
            try {
                const response = await fetch(part.dataset.refresh, { headers: { Accept: "text/html" } });
                const page = new DOMParser().parseFromString(await response.text(), "text/html");
                const next = response.ok && page.getElementById(part.id);
                if (next) {
                    const focused = part.contains(document.activeElement);
                    if (!focused || !next.dataset.refresh) part.innerHTML = next.innerHTML;
                    if (!next.dataset.refresh) return;
                }
            } catch {
                delay = 5000;
            }
            setTimeout(look, delay);
        };
        setTimeout(look, 600);
    };

    for (const form of document.querySelectorAll("[data-live-test]")) testLive(form);
    for (const part of document.querySelectorAll("[data-refresh]")) follow(part);
})();
