using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using MovieRec.TestKit;

namespace MovieRec.Web.Tests.Hosting;

/// <summary>File host that follows only what <c>docs/web.md</c> requires; it reads its headers from there.</summary>
internal sealed class StaticHost : IAsyncDisposable
{
    private static readonly Dictionary<string, string> s_types = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript",
        [".css"] = "text/css",
        [".json"] = "application/json",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".webmanifest"] = "application/manifest+json",
        [".woff2"] = "font/woff2",
    };

    private readonly WebApplication _app;

    private StaticHost(WebApplication app, string address) => (_app, Address) = (app, address);

    public string Address { get; }

    public static string GetAddress(int port) => $"http://localhost:{port}";

    /// <param name="port">Port on loopback.</param>
    /// <param name="folder">Folder of the built page.</param>
    /// <param name="api">Origin of the API.</param>
    public static async Task<StaticHost> StartAsync(int port, string folder, string api)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls(GetAddress(port));
        var app = builder.Build();
        var headers = DocumentedHeaders(api);
        var config = JsonSerializer.Serialize(new { api = $"{api}/prod", inbox = (string?)null });
        app.Run(async context =>
        {
            foreach (var (name, value) in headers)
                context.Response.Headers[name] = value;
            await RespondAsync(context, folder, config);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new StaticHost(app, GetAddress(port));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task RespondAsync(HttpContext context, string folder, string config)
    {
        var path = context.Request.Path.Value!;
        if (!Path.HasExtension(path))
            path = "/index.html";
        var file = Path.Combine(folder, path[1..]);
        context.Response.Headers.CacheControl = path.StartsWith("/assets/", StringComparison.Ordinal)
            ? "public, max-age=31536000, immutable"
            : "no-cache";
        if (!s_types.TryGetValue(Path.GetExtension(path), out var type) || !File.Exists(file))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = type;
        await (path == "/config.json" ? context.Response.WriteAsync(config) : context.Response.SendFileAsync(file));
    }

    private static List<(string Name, string Value)> DocumentedHeaders(string api)
    {
        var lines = File.ReadAllLines(RepositoryRoot.File("docs", "web.md"));
        var block = lines.SkipWhile(line => !line.StartsWith("Content-Security-Policy: ", StringComparison.Ordinal))
            .TakeWhile(line => line != "```");
        var headers = block.Select(line => line.Split(": ", 2))
            .Select(parts => (parts[0], parts[1].Replace(" API", $" {api}", StringComparison.Ordinal))).ToList();
        headers.Count.ShouldBeGreaterThan(5);
        return headers;
    }
}
