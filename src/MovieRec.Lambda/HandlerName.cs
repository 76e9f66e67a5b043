using MovieRec.Api;
using MovieRec.Api.Outcomes;

namespace MovieRec.Lambda;

/// <summary>Reads <c>_HANDLER</c>: the class of the function, such as <c>FavouritesFunction</c>.</summary>
internal static class HandlerName
{
    /// <exception cref="ConfigurationException">There is no such function; the message lists all functions.</exception>
    public static FunctionName Parse(string? handler)
    {
        foreach (var name in Enum.GetValues<FunctionName>())
        {
            if (handler == name.GetHandler())
                return name;
        }

        throw new ConfigurationException(
            $"_HANDLER is '{handler}': set it to one of "
            + $"{string.Join(", ", Enum.GetValues<FunctionName>().Select(FunctionNames.GetHandler))}.");
    }
}
