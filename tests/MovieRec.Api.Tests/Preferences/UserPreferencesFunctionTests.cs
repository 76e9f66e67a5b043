using MovieRec.Api.Tests.Hosting;

namespace MovieRec.Api.Tests.Preferences;

public sealed class UserPreferencesFunctionTests
{
    [Fact]
    public async Task Read_NothingSaved_IsTheNotFoundThatClientsRelyOn()
    {
        await using var service = await Service.StartAsync();
        var answer = await service.GetAsync("/user/preferences", "user-a");
        answer.Status.ShouldBe(404);
        answer.Json.GetProperty("error").GetString().ShouldBe("No preferences found");
        answer.Code.ShouldBe("PreferencesNotFound");
    }

    [Fact]
    public async Task Save_UnknownFields_AreKeptAsTheyCame()
    {
        await using var service = await Service.StartAsync();
        const string Document = """{"minRating":6.50,"ui":{"theme":"dark","n":12345678901234567890123,"x":[1,{"y":null}]},"note":"é 🎬 \u0000"}""";
        (await service.PostRawAsync("/user/preferences", Document, "user-a")).Status.ShouldBe(200);
        (await service.GetAsync("/user/preferences", "user-a")).Text
            .ShouldBe("""{"preferences":{"userId":"user-a",""" + Document[1..^1] + ""","updatedAt":"2026-11-22T10:00:00.000Z"}}""");
    }

    [Fact]
    public async Task Save_TheServersFields_AreTheServers()
    {
        await using var service = await Service.StartAsync();
        await service.PostAsync("/user/preferences", new { userId = "user-b", updatedAt = "1999-01-01", keywords = new[] { "space" } }, "user-a");
        var saved = (await service.GetAsync("/user/preferences", "user-a")).Json.GetProperty("preferences");
        saved.GetProperty("userId").GetString().ShouldBe("user-a");
        saved.GetProperty("updatedAt").GetString().ShouldBe("2026-11-22T10:00:00.000Z");
        (await service.GetAsync("/user/preferences", "user-b")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Save_Again_ReplacesTheWholeDocument()
    {
        await using var service = await Service.StartAsync();
        await service.PostAsync("/user/preferences", new { keywords = new[] { "space" }, minRating = 5 }, "user-a");
        await service.PostAsync("/user/preferences", new { maxRating = 9 }, "user-a");
        var saved = (await service.GetAsync("/user/preferences", "user-a")).Json.GetProperty("preferences");
        saved.EnumerateObject().Select(field => field.Name).ShouldBe(["userId", "maxRating", "updatedAt"]);
    }

    [Fact]
    public async Task Save_ABadDocument_LeavesTheSavedOneAlone()
    {
        await using var service = await Service.StartAsync();
        await service.PostAsync("/user/preferences", new { minRating = 5 }, "user-a");
        var before = (await service.GetAsync("/user/preferences", "user-a")).Text;
        (await service.PostAsync("/user/preferences", new { minRating = 11 }, "user-a")).Code.ShouldBe("ValidationFailed");
        (await service.GetAsync("/user/preferences", "user-a")).Text.ShouldBe(before);
    }
}
