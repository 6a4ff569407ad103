"""Pages that are open in a browser, and what is wrong with them."""


class Browsing:
    """Opens pages, each in a context of its own, and notes their faults and what they ask for."""

    def __init__(self, browser):
        self.browser = browser
        self.contexts, self.faults, self.requests = [], [], []

    def open(self, path, fragment="", width=1280, height=800, **options):
        """Opens a page's file, and returns when the first picture is drawn."""
        context = self.browser.new_context(viewport={"width": width, "height": height}, **options)
        self.contexts.append(context)
        page = context.new_page()
        self.watch(page)
        page.goto(path.resolve().as_uri() + fragment)
        page.wait_for_function("performance.getEntriesByName('first picture').length > 0", timeout=10_000)
        return page

    def watch(self, page):
        page.on("console", self.note_message)
        page.on("pageerror", lambda error: self.faults.append(f"error: {error.stack}"))
        page.on("dialog", lambda dialog: (self.faults.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: self.requests.append(request.url))

    def note_message(self, message):
        # These tests read the canvas back, which the browser warns of.
        if message.type in ("error", "warning") and "willReadFrequently" not in message.text:
            self.faults.append(f"console {message.type}: {message.text}")

    def requests_outside(self):
        """What was asked for that is not in the page's file."""
        return [url for url in self.requests if not url.startswith(("file:", "blob:", "data:"))]

    def close(self):
        for context in self.contexts:
            context.close()
        self.contexts = []
