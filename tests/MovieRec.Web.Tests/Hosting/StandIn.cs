using System.Text.Json;
using System.Text.Json.Nodes;

namespace MovieRec.Web.Tests.Hosting;

/// <summary>Stands between the page and the API: lets it fail, wait, or say something else.</summary>
internal static class StandIn
{
    public const string Broken = """{"error":"Something broke","code":"InternalError"}""";

    /// <summary>Has calls of a path of the API answered with an error, those of one method alone where one is named.</summary>
    public static Task FailAsync(this Visitor visitor, string path, string? method = null, int status = 500, string body = Broken) =>
        visitor.RouteAsync(path, route => method is null || route.Request.Method.Equals(method, StringComparison.Ordinal)
            ? route.FulfillAsync(new() { Status = status, ContentType = "application/json", Body = body })
            : route.FallbackAsync());

    /// <summary>Has calls of a path wait until the task ends.</summary>
    public static Task HoldAsync(this Visitor visitor, string path, Task until) => visitor.RouteAsync(path, async route =>
    {
        await until;
        await route.ContinueAsync();
    });

    /// <summary>Changes each title of the catalogue's answers.</summary>
    public static Task ChangeTitlesAsync(this Visitor visitor, Action<JsonObject> change) => visitor.RouteAsync("/media", async route =>
    {
        var answer = await route.FetchAsync();
        var page = JsonNode.Parse(await answer.TextAsync())!;
        foreach (var title in page["results"]!.AsArray())
            change(title!.AsObject());
        await route.FulfillAsync(
            new() { Status = 200, ContentType = "application/json", Body = page.ToJsonString(JsonSerializerOptions.Default) });
    });

    /// <summary>Lets calls of a path through again.</summary>
    public static Task StopAsync(this Visitor visitor, string path) => visitor.Context.UnrouteAsync(Pattern(visitor, path));

    public static Task RouteAsync(this Visitor visitor, string path, Func<IRoute, Task> answer) =>
        visitor.Context.RouteAsync(Pattern(visitor, path), answer);

    /// <summary>With any query; a glob, in which <c>?</c> stands for itself.</summary>
    private static string Pattern(Visitor visitor, string path) => $"{visitor.Address}/prod{path}{{,?*}}";
}
