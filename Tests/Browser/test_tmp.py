from handler import Handler
def test_x(sign_in):
    h = Handler(sign_in("behandelaar-bouw"))
    h.page.goto("/werkbak?status=approved")
    h.open(h.listed()[0])
    h.page.goto(h.recognition())
    link = h.page.locator('a[href^="/ondernemingen/"]').first
    print("LINK", link.count() and link.get_attribute("href"))
    print("STATUS", h.page.goto(link.get_attribute("href")).status, h.page.locator("h1").inner_text(), h.page.locator("main form").count())
