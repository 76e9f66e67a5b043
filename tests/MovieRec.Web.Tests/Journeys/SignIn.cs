using MovieRec.TestKit.Http;
using MovieRec.Web.Tests.Hosting;

namespace MovieRec.Web.Tests.Journeys;

/// <summary>Steps that fill in the sign-in page.</summary>
internal static class SignIn
{
    public static Task ByFormAsync(Visitor visitor, string email) => ByFormAsync(visitor.Page, email, stay: false);

    public static async Task ByFormAsync(IPage page, string email, bool stay)
    {
        await page.GetByLabel("Email").FillAsync(email);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(ApiClient.Password);
        await page.GetByLabel("Stay signed in on this device").SetCheckedAsync(stay);
        await page.Locator("form").GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }
}
