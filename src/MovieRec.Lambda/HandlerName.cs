using MovieRec.Api;

namespace MovieRec.Lambda;

/// <summary>Reads <c>_HANDLER</c>: the class of the function, such as <c>FavouritesFunction</c>.</summary>
internal static class HandlerName
{
    /// <exception cref="UnknownHandlerException">There is no such function; the message lists all functions.</exception>
    public static FunctionName Parse(string? handler)
    {
        foreach (var name in Enum.GetValues<FunctionName>())
        {
            if (handler == $"{name}Function")
                return name;
        }

        throw new UnknownHandlerException(
            $"_HANDLER is '{handler}': set it to one of "
            + $"{string.Join(", ", Enum.GetNames<FunctionName>().Select(name => $"{name}Function"))}.");
    }
}

/// <summary>Thrown if <c>_HANDLER</c> does not name a function.</summary>
internal sealed class UnknownHandlerException(string message) : Exception(message);
