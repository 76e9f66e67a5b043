using System.Reflection;
using System.Text.Json.Serialization;

namespace MovieRec.LocalHost.Site;

/// <summary>Site at <c>/</c>: the built page, or an embedded page that says that only the API is served.</summary>
/// <remarks>The OpenAPI document and the inbox's style sheet are always served.</remarks>
internal static class StaticSite
{
    private static readonly (string Path, string Resource, string ContentType)[] s_files =
    [
        ("/", "site/index.html", "text/html; charset=utf-8"),
        ("/site.css", "site/site.css", "text/css; charset=utf-8"),
        ("/openapi.yaml", "site/openapi.yaml", "application/yaml; charset=utf-8"),
    ];

    public static void Map(WebApplication app, LocalHostOptions options)
    {
        var page = BuiltPage.Find(options.SiteFolder);
        foreach (var (path, resource, contentType) in s_files)
        {
            if (page is not null && path == "/")
                continue;
            var text = Read(resource).Replace("http://localhost:8080", options.Address, StringComparison.Ordinal);
            app.MapGet(path, (HttpContext context) =>
            {
                SecurityHeaders.Protect(context.Response);
                return Results.Text(text, contentType);
            });
        }

        if (page is not null)
            app.MapFallback("{**path}", page.Respond);
    }

    private static string Read(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}

internal sealed record HealthBody(string Status);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HealthBody))]
internal sealed partial class SiteJson : JsonSerializerContext;
