using System.CommandLine;
using MovieRec.Cli.Models;
using MovieRec.Engine.Training;

namespace MovieRec.Cli.Commands;

/// <summary>The parameters of the models, as options.</summary>
internal sealed class ModelArguments
{
    private static readonly TrainingOptions s_default = new();

    private readonly Option<double> _l2 = new("--l2") { Description = "EASE's ridge", DefaultValueFactory = _ => s_default.L2 };
    private readonly Option<double> _damping = new("--damping") { Description = "A user of n items weighs n to the minus this", DefaultValueFactory = _ => s_default.HistoryDamping };
    private readonly Option<int> _cap = new("--cap") { Description = "Most titles EASE is solved for", DefaultValueFactory = _ => s_default.Cap };
    private readonly Option<int> _neighbours = new("--neighbours") { Description = "Weights kept of a title", DefaultValueFactory = _ => s_default.Neighbours };

    public void AddTo(Command command)
    {
        Positive(_l2);
        Positive(_cap);
        Positive(_neighbours);
        foreach (var option in (Option[])[_l2, _damping, _cap, _neighbours])
            command.Add(option);
    }

    public ModelOptions Read(ParseResult parsed) => new()
    {
        Training = s_default with
        {
            L2 = parsed.GetValue(_l2),
            HistoryDamping = parsed.GetValue(_damping),
            Cap = parsed.GetValue(_cap),
            Neighbours = parsed.GetValue(_neighbours),
        },
    };

    private static void Positive<T>(Option<T> option)
        where T : struct, IComparable<T> => option.Validators.Add(result =>
    {
        if (result.Errors.Any() || result.GetValueOrDefault<T>().CompareTo(default) <= 0)
            result.AddError($"{option.Name} must be a number above 0.");
    });
}
