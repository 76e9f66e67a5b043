using System.Text.RegularExpressions;

namespace MovieRec.Infrastructure.Tests.Equivalence;

/// <summary>Interpreter for the few constructs of Velocity in the preflight mapping templates.</summary>
/// <remarks>Any other construct is an error, so that nothing is assumed.</remarks>
internal sealed partial class Velocity
{
    private readonly IReadOnlyDictionary<string, string> _headers;
    private readonly Dictionary<string, string> _overrides = new(StringComparer.Ordinal);
    private string? _origin;

    private Velocity(IReadOnlyDictionary<string, string> headers)
    {
        _headers = headers;
    }

    /// <param name="template">The template.</param>
    /// <param name="headers">Headers of the request, with names in exact case.</param>
    /// <returns>The headers that it overrides.</returns>
    public static IReadOnlyDictionary<string, string> Overrides(string template, IReadOnlyDictionary<string, string> headers)
    {
        var run = new Velocity(headers);
        run.Run(template).ShouldBe(template.Length, $"not understood: {template}");
        return run._overrides;
    }

    /// <returns>Number of characters that were run: all, or up to the matching <c>#end</c>.</returns>
    private int Run(string text, bool skipping = false)
    {
        var at = 0;
        while (at < text.Length)
        {
            var rest = text[at..];
            if (Read().Match(rest) is { Success: true } read)
            {
                if (!skipping)
                    _origin = _headers.GetValueOrDefault(read.Groups["name"].Value);
                at += read.Length;
            }
            else if (Override().Match(rest) is { Success: true } change)
            {
                // "Overrides are final": a second override of the same header makes API Gateway respond with 5xx.
                if (!skipping)
                    _overrides.TryAdd(change.Groups["name"].Value, change.Groups["value"].Value).ShouldBeTrue("overridden twice");
                at += change.Length;
            }
            else if (If().Match(rest) is { Success: true } condition)
            {
                var holds = condition.Groups["origin"] is { Success: true, Value: var origin }
                    ? _origin == origin
                    : string.IsNullOrEmpty(_origin);
                at += condition.Length;
                at += Run(text[at..], skipping || !holds);
                text[at..].ShouldStartWith("#end");
                at += "#end".Length;
            }
            else
            {
                return at;
            }
        }

        return at;
    }

    [GeneratedRegex("""^#set\(\$origin=\$input\.params\(\)\.header\.get\("(?<name>[A-Za-z]+)"\)\)""", RegexOptions.None, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Read();

    [GeneratedRegex("""^#set\(\$context\.responseOverride\.header\.(?<name>[A-Za-z-]+)="(?<value>[^"$#\\]*)"\)""", RegexOptions.None, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Override();

    [GeneratedRegex("""^#if\((!\$origin\|\|\$origin==""|\$origin=="(?<origin>[^"$#\\]+)")\)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex If();
}
