namespace MovieRec.LocalHost.Gateway;

/// <summary>A path of the API with its methods.</summary>
internal sealed class ResourcePath(IReadOnlyList<Route> routes)
{
    public string Path => routes[0].Path;

    /// <summary>Methods that preflight allows: the path's methods and OPTIONS.</summary>
    public string AllowedMethods { get; } = string.Join(',', routes.Select(route => route.Method).Append("OPTIONS"));

    public Route? GetRoute(string verb)
    {
        foreach (var route in routes)
        {
            if (route.Method == verb)
                return route;
        }

        return null;
    }
}
