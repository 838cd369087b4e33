// Reports work without this file. It adds: suggestions for the value of a filter, and "Own dates" once a date is
// changed.
(() => {
    "use strict";
    const form = document.querySelector("form[data-values]");
    if (!form) return;
    const { field, is, value, preset } = form.elements;
    const list = document.getElementById(value.getAttribute("list"));

    for (const name of ["from", "to"]) {
        form.elements[name].addEventListener("change", () => { preset.value = "own"; });
    }

    // Answers may overtake each other: only the newest one counts.
    let newest = 0;
    const suggest = async () => {
        const number = ++newest;
        const query = new URLSearchParams({ field: field.value, q: value.value });
        const answer = await fetch(`${form.dataset.values}?${query}`);
        if (!answer.ok || number !== newest) return;
        const texts = await answer.json();
        list.replaceChildren(...texts.map((text) => {
            const option = document.createElement("option");
            option.value = text;
            return option;
        }));
    };
    // Without suggestions the value is typed: nothing is lost.
    const quietly = () => suggest().catch(() => {});

    let pause;
    value.addEventListener("input", () => {
        clearTimeout(pause);
        pause = setTimeout(quietly, 150);
    });
    value.addEventListener("focus", quietly);
    field.addEventListener("change", () => {
        value.value = "";
        quietly();
    });
    is.addEventListener("change", () => {
        value.disabled = is.value === "empty" || is.value === "notEmpty";
    });
})();
