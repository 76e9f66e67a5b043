using MovieRec.Api.Functions;
using MovieRec.Api.Tests.Hosting;

namespace MovieRec.Api.Tests.Functions;

public sealed class BearerTokenTests
{
    [Theory]
    [InlineData("Bearer abc", "abc")]
    [InlineData("bearer abc", "abc")]
    [InlineData("Bearer   abc ", "abc")]
    [InlineData("Bearer ", null)]
    [InlineData("Bearer", null)]
    [InlineData("Basic abc", null)]
    [InlineData("abc", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Of_TheField_IsTheTokenOrNothing(string? field, string? token) => BearerToken.Parse(field).ShouldBe(token);

    [Fact]
    public async Task ProtectedRoutes_WithoutAToken_AllAnswerUnauthorized()
    {
        await using var service = await Service.StartAsync(SampleTitles.All);
        foreach (var route in Routes.All.Where(route => route.Access == Access.Protected))
        {
            (await service.SendAsync(route.Method, route.Path, [], user: null)).Code.ShouldBe("Unauthorized", route.ToString());
            (await service.SendAsync(route.Method, route.Path, [], user: "unknown")).Code.ShouldBe("Unauthorized", route.ToString());
        }
    }
}
