using MovieRec.Api.Tests.Hosting;
using MovieRec.TestKit.Http;

namespace MovieRec.Api.Tests.Preferences;

public sealed class UserPreferencesFunctionTests
{
    [Fact]
    public async Task Read_NothingSaved_IsTheNotFoundThatClientsRelyOn()
    {
        await using var service = await Service.StartAsync();
        var response = await service.GetAsync("/user/preferences", "user-a");
        response.Status.ShouldBe(404);
        response.Json.GetProperty("error").GetString().ShouldBe("No preferences found");
        response.Code.ShouldBe("PreferencesNotFound");
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
        await service.PostAsync(
            "/user/preferences", new { userId = "user-b", updatedAt = "1999-01-01", keywords = new[] { "space" } }, "user-a");
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

    [Fact]
    public async Task Save_WithTheTagThatWasRead_SavesUntilAnotherWriterDoes()
    {
        await using var service = await Service.StartAsync();
        var none = Tag(await service.GetAsync("/user/preferences", "user-a"));
        (await SaveAsync("phone", none)).Status.ShouldBe(200);
        var late = await SaveAsync("desk", none);
        (late.Status, late.Code).ShouldBe((412, "PreconditionFailed"));

        var read = await service.GetAsync("/user/preferences", "user-a");
        read.Json.GetProperty("preferences").GetProperty("keywords")[0].GetString().ShouldBe("phone");
        var saved = await SaveAsync("desk", Tag(read));
        saved.Status.ShouldBe(200);
        Tag(saved).ShouldNotBe(Tag(read));
        Tag(saved).ShouldBe(Tag(await service.GetAsync("/user/preferences", "user-a")));
        (await SaveAsync("phone", Tag(saved))).Status.ShouldBe(200);

        Task<ClientResponse> SaveAsync(string keyword, string tag) =>
            service.PostAsync("/user/preferences", new { keywords = new[] { keyword } }, "user-a", ("If-Match", tag));
    }

    [Fact]
    public async Task Save_Conditions_AreReadAsTheStandardSays()
    {
        await using var service = await Service.StartAsync();
        (await StatusAsync("*")).ShouldBe(412, "nothing is saved yet");
        (await service.PostAsync("/user/preferences", new { minRating = 5 }, "user-a")).Status.ShouldBe(200);
        var tag = Tag(await service.GetAsync("/user/preferences", "user-a"));
        (await StatusAsync($"W/{tag}")).ShouldBe(412, "weak tags match nothing");
        (await StatusAsync("\"other\"")).ShouldBe(412);
        (await StatusAsync($"\"other\", {tag}")).ShouldBe(200);
        (await StatusAsync("*")).ShouldBe(200);
        (await service.PostAsync("/user/preferences", new { minRating = 6 }, "user-a")).Status.ShouldBe(200, "without If-Match as before");

        async Task<int> StatusAsync(string condition) =>
            (await service.PostAsync("/user/preferences", new { minRating = 5 }, "user-a", ("If-Match", condition))).Status;
    }

    private static string Tag(ClientResponse response) => response.Header("ETag").ShouldNotBeNull();
}
