using MovieRec.Api.Tests.Hosting;

namespace MovieRec.Api.Tests.Auth;

public sealed class SigninFunctionTests
{
    [Fact]
    public async Task SignIn_BeforeVerification_IsForbiddenOnlyWithTheRightPassword()
    {
        await using var service = await Service.StartAsync();
        await service.PostAsync("/auth/signup", new { email = "a@example.com", password = "Correct-Horse-1" });
        var right = await service.PostAsync("/auth/signin", new { email = "a@example.com", password = "Correct-Horse-1" });
        (right.Status, right.Code).ShouldBe((403, "UserNotConfirmedException"));
        var wrong = await service.PostAsync("/auth/signin", new { email = "a@example.com", password = "Wrong-Horse-1" });
        (wrong.Status, wrong.Code).ShouldBe((401, "NotAuthorizedException"));
    }

    [Fact]
    public async Task Refresh_AnUnknownToken_IsNotAuthorized()
    {
        await using var service = await Service.StartAsync();
        var response = await service.PostAsync("/auth/refresh", new { refreshToken = "made-up" });
        (response.Status, response.Code).ShouldBe((401, "NotAuthorizedException"));
    }

    [Fact]
    public async Task SignIn_NoFields_NamesEveryOne()
    {
        await using var service = await Service.StartAsync();
        var details = (await service.PostRawAsync("/auth/signin", "{}")).Json.GetProperty("details");
        details.EnumerateObject().Select(field => field.Name).ShouldBe(["email", "password"]);
    }
}
