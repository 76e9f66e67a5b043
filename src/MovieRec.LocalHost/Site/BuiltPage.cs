using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace MovieRec.LocalHost.Site;

/// <summary>
/// The folder that <c>web/</c> is built into. A path names a file in it or nothing; what is an address of the page's own is answered with
/// the page, so that a link into it works. The provider never leaves the folder and passes over files whose names begin with a dot.
/// </summary>
internal sealed class BuiltPage : IDisposable
{
    private const string Index = "/index.html";

    /// <summary>The files of these names in this folder have a hash in their names: what they hold never changes.</summary>
    private const string Immutable = "/assets/";

    private readonly PhysicalFileProvider _files;

    private BuiltPage(string folder) => _files = new PhysicalFileProvider(folder);

    /// <summary>The page in this folder, or null where there is none.</summary>
    public static BuiltPage? Find(string? folder) =>
        folder is not null && IsIn(folder) ? new BuiltPage(Path.GetFullPath(folder)) : null;

    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, Index[1..]));

    public IResult Answer(HttpContext context)
    {
        SecurityHeaders.ProtectPage(context.Response);
        var path = context.Request.Path.Value is null or "" or "/" ? Index : context.Request.Path.Value;
        var type = ContentTypes.Find(path);
        var asked = type is null ? null : Read(path);
        if (asked is null && IsNavigation(context.Request, path))
            (path, type, asked) = (Index, ContentTypes.Find(Index), Read(Index));
        if (asked is null)
        {
            context.Response.Headers.CacheControl = "no-store";
            return Results.Text("Not found", "text/plain; charset=utf-8", statusCode: StatusCodes.Status404NotFound);
        }

        context.Response.Headers.CacheControl = path.StartsWith(Immutable, StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache";
        var (file, encoding) = Smallest(context.Request, path, asked);
        if (encoding is not null)
            context.Response.Headers.ContentEncoding = encoding;
        return Results.File(file.PhysicalPath!, type, lastModified: file.LastModified, entityTag: Tag(file, encoding));
    }

    public void Dispose() => _files.Dispose();

    /// <summary>The browser goes somewhere, and what it asks for looks like one of the page's addresses, not like a file.</summary>
    private static bool IsNavigation(HttpRequest request, string path)
    {
        var mode = request.Headers["Sec-Fetch-Mode"].ToString();
        return (mode.Length == 0 || mode == "navigate")
            && request.Headers.Accept.Any(accept => accept is not null && accept.Contains("text/html", StringComparison.OrdinalIgnoreCase))
            && !path.StartsWith(Immutable, StringComparison.Ordinal)
            && !Path.HasExtension(path);
    }

    private IFileInfo? Read(string path) =>
        _files.GetFileInfo(path) is { Exists: true, IsDirectory: false, PhysicalPath: not null } file ? file : null;

    /// <summary>As it was compressed by the build, where the browser takes that. The answer depends on what it takes, whichever it is.</summary>
    private (IFileInfo File, string? Encoding) Smallest(HttpRequest request, string path, IFileInfo plain)
    {
        var found = (plain, (string?)null);
        foreach (var (suffix, encoding) in new[] { (".gz", "gzip"), (".br", "br") })
        {
            if (Read(path + suffix) is not { } compressed || compressed.LastModified < plain.LastModified)
                continue;
            request.HttpContext.Response.Headers.Vary = HeaderNames.AcceptEncoding;
            if (Accepts(request, encoding))
                found = (compressed, encoding);
        }

        return found;
    }

    private static bool Accepts(HttpRequest request, string encoding) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var taken)
        && taken.Any(one => one.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && one.Quality is not 0);

    private static EntityTagHeaderValue Tag(IFileInfo file, string? encoding) =>
        new($"\"{file.LastModified.ToUnixTimeMilliseconds():x}-{file.Length:x}{encoding}\"");
}
