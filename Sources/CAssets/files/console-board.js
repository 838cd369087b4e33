// The board works without this file: every card has a form that moves it. It adds: dragging a card to another column,
// and Shift with an arrow key on a card's name.
(() => {
    "use strict";
    const board = document.querySelector("[data-board]");
    if (!board) return;
    let dragged = null;

    const columns = () => [...board.querySelectorAll("[data-stage]")];

    const move = (card, column) => {
        const form = card.querySelector("form");
        if (!form || !column || column.contains(card)) return;
        form.elements.stage.value = column.dataset.stage;
        card.classList.add("leaving");
        form.requestSubmit();
    };

    for (const card of board.querySelectorAll("[data-deal]")) {
        card.draggable = true;
        card.addEventListener("dragstart", (event) => {
            dragged = card;
            card.classList.add("dragged");
            event.dataTransfer.effectAllowed = "move";
            event.dataTransfer.setData("text/plain", card.id);
        });
        card.addEventListener("dragend", () => {
            dragged = null;
            card.classList.remove("dragged");
            for (const column of columns()) column.classList.remove("target");
        });
        card.querySelector("a")?.addEventListener("keydown", (event) => {
            const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
            if (!event.shiftKey || !step) return;
            event.preventDefault();
            const all = columns();
            move(card, all[all.findIndex((column) => column.contains(card)) + step]);
        });
    }

    for (const column of columns()) {
        column.addEventListener("dragover", (event) => {
            if (!dragged) return;
            event.preventDefault();
            column.classList.add("target");
        });
        column.addEventListener("dragleave", (event) => {
            if (!column.contains(event.relatedTarget)) column.classList.remove("target");
        });
        column.addEventListener("drop", (event) => {
            if (!dragged) return;
            event.preventDefault();
            move(dragged, column);
        });
    }

    // The card that was moved is where the person goes on. Browsers take the focus away when they go to the place that
    // the address names, so it is given afterwards.
    addEventListener("load", () => {
        const moved = location.hash.startsWith("#deal-") && document.getElementById(location.hash.slice(1));
        if (!moved) return;
        moved.classList.add("moved");
        moved.querySelector("a")?.focus();
    });
})();
