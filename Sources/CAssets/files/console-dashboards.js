// Dashboards work without this file: every step of the editor is a form. It adds: dragging widgets and their corners,
// arrow keys on a handle, steps without loading the page, pictures as PNG, and a button that prints.
(() => {
    "use strict";
    const COLUMNS = 12;
    const NARROWEST = 2;
    const TALLEST = 6;

    // A picture of a chart: the server's SVG, drawn on a canvas.
    const savePNG = async (button) => {
        const answer = await fetch(button.dataset.png);
        if (!answer.ok) return;
        const text = await answer.text();
        const image = new Image();
        image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
        await image.decode();
        const canvas = document.createElement("canvas");
        const scale = 2;
        canvas.width = image.naturalWidth * scale;
        canvas.height = image.naturalHeight * scale;
        canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
        const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
        const link = document.createElement("a");
        link.href = URL.createObjectURL(blob);
        link.download = `${button.dataset.name}.png`;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    };

    document.addEventListener("click", (event) => {
        const png = event.target.closest("[data-png]");
        if (png) savePNG(png).catch(() => location.assign(png.dataset.png));
        if (event.target.closest("[data-print]")) print();
    });

    const editor = document.querySelector("[data-editor]");
    if (!editor) return;
    const said = () => editor.querySelector("[data-said]");
    let busy = false;

    const number = (widget, name) => Number(widget.dataset[name]);

    const describe = (widget) =>
        `Column ${number(widget, "column") + 1}, row ${number(widget, "row") + 1}, ` +
        `${number(widget, "width")} wide, ${number(widget, "height")} tall.`;

    // Sends a step and puts the editor as it is now in the place of this one.
    const send = async (widget, fields, focus) => {
        if (busy) return;
        busy = true;
        const form = widget.querySelector("form[data-move]");
        const body = new URLSearchParams(new FormData(form));
        for (const [name, value] of Object.entries(fields)) body.set(name, value);
        try {
            const answer = await fetch(form.action, { method: "POST", body });
            if (!answer.ok) throw new Error("refused");
            const page = new DOMParser().parseFromString(await answer.text(), "text/html");
            const fresh = page.querySelector("[data-editor]");
            if (!fresh) throw new Error("elsewhere");
            const refused = page.querySelector("main > .notice.bad p")?.textContent;
            editor.replaceChildren(...fresh.childNodes);
            const moved = document.getElementById(widget.id);
            moved?.classList.add("moved");
            moved?.querySelector(focus)?.focus();
            said().textContent = refused || (moved ? describe(moved) : "");
        } catch {
            location.reload();
        } finally {
            busy = false;
        }
    };

    const keys = {
        ArrowLeft: ["left", "narrower"],
        ArrowRight: ["right", "wider"],
        ArrowUp: ["up", "shorter"],
        ArrowDown: ["down", "taller"],
    };

    editor.addEventListener("keydown", (event) => {
        const handle = event.target.closest("[data-handle]");
        const step = keys[event.key];
        if (!handle || !step || event.ctrlKey || event.altKey || event.metaKey) return;
        event.preventDefault();
        send(handle.closest("[data-widget]"), { step: step[event.shiftKey ? 1 : 0] }, "[data-handle]");
    });

    editor.addEventListener("submit", (event) => {
        const widget = event.target.closest("[data-widget]");
        if (!widget || !event.submitter?.value) return;
        event.preventDefault();
        const step = event.submitter.value;
        send(widget, { step }, `[value="${step}"]`).then(() => {
            const details = document.getElementById(widget.id)?.querySelector("details.steps");
            if (!details) return;
            details.open = true;
            details.querySelector(`[value="${step}"]`)?.focus();
        });
    });

    // Where the cells of the grid are. Rows have heights of their own: they are found by the widgets that stand there.
    const cells = (grid) => {
        const box = grid.getBoundingClientRect();
        const width = (box.width + 14) / COLUMNS;
        const widgets = [...grid.querySelectorAll("[data-widget]")];
        const tops = new Map();
        for (const widget of widgets) {
            const rect = widget.getBoundingClientRect();
            const [row, height] = [number(widget, "row"), number(widget, "height")];
            const each = (rect.height + 14) / height;
            for (let index = 0; index <= height; index += 1) {
                const top = rect.top + index * each;
                if (!tops.has(row + index) || index === 0) tops.set(row + index, top);
            }
        }
        const rows = [...tops].sort((left, right) => left[0] - right[0]);
        return {
            column: (x) => Math.round((x - box.left) / width),
            row: (y) => {
                let best = 0;
                for (const [row, top] of rows) {
                    if (Math.abs(top - y) < Math.abs((tops.get(best) ?? box.top) - y)) best = row;
                }
                return best;
            },
            top: (row) => (tops.get(row) ?? box.bottom) - box.top,
            left: (column) => column * width,
            width,
        };
    };

    const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

    const place = (widget) => ({
        column: number(widget, "column"),
        row: number(widget, "row"),
        width: number(widget, "width"),
        height: number(widget, "height"),
    });

    const drag = (start, isResize) => {
        const widget = start.target.closest("[data-widget]");
        const grid = widget.closest("[data-grid]");
        const from = widget.getBoundingClientRect();
        const scroll = scrollY;
        const grip = { x: start.clientX - from.left, y: start.clientY - from.top };
        const before = place(widget);
        const landing = document.createElement("div");
        landing.className = "landing";
        let target = before;
        let isMoving = false;

        const look = (event) => {
            if (!isMoving && Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) < 5) return;
            if (!isMoving) {
                isMoving = true;
                widget.classList.add("dragged");
                grid.append(landing);
            }
            const map = cells(grid);
            if (isResize) {
                const tall = event.clientY + scrollY - scroll - from.top;
                const height = Math.round(tall / (from.height / before.height));
                target = {
                    ...before,
                    width: clamp(map.column(event.clientX) - before.column, NARROWEST, COLUMNS - before.column),
                    height: clamp(height, 1, TALLEST),
                };
            } else {
                target = {
                    ...before,
                    column: clamp(map.column(event.clientX - grip.x), 0, COLUMNS - before.width),
                    row: map.row(event.clientY - grip.y),
                };
            }
            landing.style.left = `${map.left(target.column)}px`;
            landing.style.top = `${map.top(target.row)}px`;
            landing.style.width = `${target.width * map.width - 14}px`;
            landing.style.height = `${(from.height / before.height) * target.height}px`;
        };

        const stop = (event) => {
            for (const [name, listener] of Object.entries(listeners)) removeEventListener(name, listener);
            widget.classList.remove("dragged");
            landing.remove();
            const isSame = Object.keys(before).every((name) => before[name] === target[name]);
            if (isMoving && !isSame && event.type === "pointerup") send(widget, target, "[data-handle]");
        };

        const cancel = (event) => {
            if (event.key === "Escape") stop(event);
        };

        const listeners = { pointermove: look, pointerup: stop, pointercancel: stop, keydown: cancel };
        for (const [name, listener] of Object.entries(listeners)) addEventListener(name, listener);
    };

    editor.addEventListener("pointerdown", (event) => {
        const handle = event.target.closest("[data-handle]");
        const corner = event.target.closest("[data-resize]");
        if (event.button !== 0 || (!handle && !corner)) return;
        if (corner) event.preventDefault();
        drag(event, Boolean(corner));
    });
})();
