using System.CommandLine;
using System.Globalization;

namespace MovieRec.Cli.Commands;

/// <summary>Adds a validator that rejects numbers outside a range.</summary>
/// <remarks>It looks at a given option only: a default has no token to validate.</remarks>
internal static class OptionRange
{
    public static void Limit(Option option, double least, double most) => option.Validators.Add(result =>
    {
        // Not the converted value: reading that throws if the text is not a number.
        if (result.Tokens is [var given, ..]
            && !(double.TryParse(given.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least
                && number <= most))
        {
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option.Name} must be from {least} to {most}."));
        }
    });
}
