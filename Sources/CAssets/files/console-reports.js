// Reports and widgets work without this file. It adds: suggestions for the value of a filter, and "Own dates" once a
// date is changed.
(() => {
    "use strict";

    // Suggests values of the field that a select chooses, in the input inside `box`. With `data-into`, what was chosen
    // becomes a line of that textarea.
    const suggest = (box, valuesHref) => {
        const field = document.getElementById(box.dataset.suggests);
        const lines = box.dataset.into && document.getElementById(box.dataset.into);
        const value = box.querySelector("input");
        const list = box.querySelector("datalist");
        box.hidden = false;

        // Answers may overtake each other: only the newest one counts.
        let newest = 0;
        const ask = async () => {
            const number = ++newest;
            if (!field.value) return list.replaceChildren();
            const query = new URLSearchParams({ field: field.value, q: value.value });
            const answer = await fetch(`${valuesHref}?${query}`);
            if (!answer.ok) return;
            const texts = await answer.json();
            if (number !== newest) return;
            list.replaceChildren(...texts.map((text) => {
                const option = document.createElement("option");
                option.value = text;
                return option;
            }));
        };
        // Without suggestions the value is typed: nothing is lost.
        const quietly = () => ask().catch(() => {});

        let pause;
        value.addEventListener("input", () => {
            clearTimeout(pause);
            pause = setTimeout(quietly, 150);
        });
        value.addEventListener("focus", quietly);
        // Somebody was there before this file was.
        if (document.activeElement === value) quietly();
        field.addEventListener("change", () => {
            value.value = "";
            // What is suggested until the answer is there would be the values of another field.
            list.replaceChildren();
            quietly();
        });
        if (!lines) return;
        const take = () => {
            const text = value.value.trim();
            if (!text) return;
            const known = lines.value.split("\n").filter((line) => line.trim());
            lines.value = [...known, ...(known.includes(text) ? [] : [text])].join("\n");
            value.value = "";
        };
        value.addEventListener("change", take);
        value.addEventListener("keydown", (event) => {
            if (event.key !== "Enter") return;
            // Enter takes the value, and does not send the form.
            event.preventDefault();
            take();
        });
    };

    for (const form of document.querySelectorAll("form[data-values]")) {
        for (const box of form.querySelectorAll("[data-suggests]")) suggest(box, form.dataset.values);
    }

    const form = document.querySelector("form.report-filters");
    if (!form) return;
    const { is, value, preset } = form.elements;
    for (const name of ["from", "to"]) {
        form.elements[name].addEventListener("change", () => { preset.value = "own"; });
    }
    is.addEventListener("change", () => {
        value.disabled = is.value === "empty" || is.value === "notEmpty";
    });
})();
