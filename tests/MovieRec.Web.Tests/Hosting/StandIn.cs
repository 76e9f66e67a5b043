using System.Text.Json;
using System.Text.Json.Nodes;

namespace MovieRec.Web.Tests.Hosting;

/// <summary>Interception between the page and the API: errors, delays, changed responses.</summary>
internal static class StandIn
{
    public const string Broken = """{"error":"Something broke","code":"InternalError"}""";

    /// <summary>Responds to requests to a path of the API with an error; only those of <paramref name="method"/>, if given.</summary>
    public static Task FailAsync(this Visitor visitor, string path, string? method = null, int status = 500, string body = Broken) =>
        visitor.RouteAsync(path, route => method is null || route.Request.Method.Equals(method, StringComparison.Ordinal)
            ? route.FulfillAsync(new() { Status = status, ContentType = "application/json", Body = body })
            : route.FallbackAsync());

    /// <summary>Delays requests to a path until the task ends.</summary>
    public static Task HoldAsync(this Visitor visitor, string path, Task until) => visitor.RouteAsync(path, async route =>
    {
        await until;
        await route.ContinueAsync();
    });

    /// <summary>Changes each title in the catalogue's responses.</summary>
    public static Task ChangeTitlesAsync(this Visitor visitor, Action<JsonObject> change) => visitor.RouteAsync("/media", async route =>
    {
        var response = await route.FetchAsync();
        var page = JsonNode.Parse(await response.TextAsync())!;
        foreach (var title in page["results"]!.AsArray())
            change(title!.AsObject());
        await route.FulfillAsync(
            new() { Status = 200, ContentType = "application/json", Body = page.ToJsonString(JsonSerializerOptions.Default) });
    });

    /// <summary>Ends the interception of a path.</summary>
    public static Task StopAsync(this Visitor visitor, string path) => visitor.Context.UnrouteAsync(Pattern(visitor, path));

    public static Task RouteAsync(this Visitor visitor, string path, Func<IRoute, Task> response) =>
        visitor.Context.RouteAsync(Pattern(visitor, path), response);

    /// <summary>Returns the glob of a path with any query; <c>?</c> stands for itself in it.</summary>
    private static string Pattern(Visitor visitor, string path) => $"{visitor.Address}/prod{path}{{,?*}}";
}
