namespace MovieRec.Lambda.Gateway;

/// <summary>Path of a request below the stage.</summary>
/// <remarks>
/// It is the resource, regardless of the stage or the domain's base path in the request. A resource with parameters
/// (<c>/{proxy+}</c>) does not contain it; then the path is used.
/// </remarks>
internal static class ProxyPath
{
    public static string? Read(EventFields fields)
    {
        var resource = fields.ResourcePath ?? fields.Resource;
        return !string.IsNullOrEmpty(resource) && !resource.Contains('{', StringComparison.Ordinal)
            ? resource
            : WithoutStage(fields.Path, fields.Stage);
    }

    private static string? WithoutStage(string? path, string? stage) =>
        path is not null && !string.IsNullOrEmpty(stage) && path.StartsWith($"/{stage}/", StringComparison.Ordinal)
            ? path[(stage.Length + 1)..]
            : path;
}
