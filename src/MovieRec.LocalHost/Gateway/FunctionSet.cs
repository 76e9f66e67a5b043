using MovieRec.Api;
using MovieRec.Api.Functions;

namespace MovieRec.LocalHost.Gateway;

/// <summary>The eight functions of this host, each in its pipeline.</summary>
internal sealed class FunctionSet(IReadOnlyDictionary<FunctionName, IFunction> functions)
{
    public IFunction this[FunctionName name] => functions[name];
}
