using System.CommandLine;
using System.Globalization;

namespace MovieRec.Cli.Commands;

/// <summary>Refuses numbers out of a range, where the option is given: what is not given has its default, which is no text to look at.</summary>
internal static class OptionRange
{
    public static void Limit(Option option, double least, double most) => option.Validators.Add(result =>
    {
        // Not the converted value: asking for that throws where there is none.
        if (result.Tokens is [var given, ..]
            && !(double.TryParse(given.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least
                && number <= most))
        {
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option.Name} must be from {least} to {most}."));
        }
    });
}
