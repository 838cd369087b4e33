// The console works without this file. It adds: copy buttons, the theme switch without a reload, menus that close on
// Escape or a click elsewhere, tabs that show the current one, and long values that scroll in a box of their own.
(() => {
    "use strict";
    const root = document.documentElement;
    root.classList.add("js");

    const copy = async (button) => {
        await navigator.clipboard.writeText(button.dataset.copy);
        const label = button.querySelector("[data-label]");
        const before = label && label.textContent;
        button.classList.add("done");
        if (label) label.textContent = "Copied";
        setTimeout(() => {
            button.classList.remove("done");
            if (label) label.textContent = before;
        }, 1600);
    };

    const selectFor = (button) => {
        // The clipboard is refused outside HTTPS: leave the text selected so that one keystroke copies it.
        const text = button.closest(".snippet, div, li")?.querySelector("pre, .value");
        if (text) getSelection().selectAllChildren(text);
    };

    const setTheme = (choice) => {
        const year = 31536000;
        const secure = location.protocol === "https:" ? "; Secure" : "";
        const kept = choice === "auto" ? "theme=; Max-Age=0" : `theme=${choice}; Max-Age=${year}`;
        document.cookie = `${kept}; Path=/; SameSite=Lax${secure}`;
        if (choice === "auto") delete root.dataset.theme;
        else root.dataset.theme = choice;
        for (const other of document.querySelectorAll("[data-theme-choice]")) {
            other.setAttribute("aria-pressed", String(other.dataset.themeChoice === choice));
        }
    };

    document.addEventListener("click", (event) => {
        const copying = event.target.closest("[data-copy]");
        if (copying) copy(copying).catch(() => selectFor(copying));

        const theme = event.target.closest("[data-theme-choice]");
        if (theme) {
            event.preventDefault();
            setTheme(theme.dataset.themeChoice);
        }

        for (const menu of document.querySelectorAll("details.menu[open]")) {
            if (!menu.contains(event.target)) menu.open = false;
        }
    });

    // On a phone the menu and the tabs scroll sideways: bring the current ones into view.
    for (const current of document.querySelectorAll(".bar nav [aria-current], .tabs [aria-current]")) {
        current.scrollIntoView({ block: "nearest", inline: "center" });
    }

    // A value of some thousand characters would push everything else off the page.
    const values = ".values .value, .pairs dd, .facts dd, .entry .lines p, .entry .pages span, .verdict .why, "
        + ".hints p, .origin p, .told p, .replaced dd, .head h1";
    const boxTall = () => {
        for (const value of document.querySelectorAll(values)) {
            if (value.classList.contains("tall") || value.clientHeight <= 260) continue;
            value.classList.add("tall");
            value.tabIndex = 0;
        }
        for (const name of document.querySelectorAll(".row-link")) {
            if (name.scrollHeight > name.clientHeight + 1) name.title = name.textContent;
        }
    };
    boxTall();
    // What is folded away has no height before it is opened.
    document.addEventListener("toggle", boxTall, true);

    document.addEventListener("keydown", (event) => {
        if (event.key !== "Escape") return;
        for (const menu of document.querySelectorAll("details.menu[open]")) {
            menu.open = false;
            menu.querySelector("summary").focus();
        }
    });
})();
