// The console works without this file. It adds: copy buttons, the theme switch without a reload, menus that close on
// Escape or a click elsewhere, and tabs that show the current one.
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

    document.addEventListener("keydown", (event) => {
        if (event.key !== "Escape") return;
        for (const menu of document.querySelectorAll("details.menu[open]")) {
            menu.open = false;
            menu.querySelector("summary").focus();
        }
    });
})();
