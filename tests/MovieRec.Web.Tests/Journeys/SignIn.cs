using MovieRec.TestKit.Http;
using MovieRec.Web.Tests.Hosting;

namespace MovieRec.Web.Tests.Journeys;

/// <summary>The sign-in page, filled in.</summary>
internal static class SignIn
{
    public static async Task ByFormAsync(Visitor visitor, string email)
    {
        await visitor.Page.GetByLabel("Email").FillAsync(email);
        await visitor.Page.GetByLabel("Password", new() { Exact = true }).FillAsync(ApiClient.Password);
        await visitor.Page.Locator("form").GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }
}
