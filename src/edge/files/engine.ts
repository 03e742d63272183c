// Loads the trained model files of this installation and hands their bytes to the engine. Lazy: nothing is read at import.
import type {Engine} from '../../model/engine.ts'

export function loadEngineFiles(): Engine {
  throw new Error('models are not trained yet: run "npm run train"')
}
